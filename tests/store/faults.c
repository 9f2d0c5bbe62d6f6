/* Lets the k-th call that writes to a file below a folder fail, once or for ever; loaded by LD_PRELOAD. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static char below[4096];
static long due, seen;
static int code, always, armed;

void fault_arm(const char *folder, long at, int error, int for_ever) {
  strncpy(below, folder, sizeof below - 1);
  due = at, code = error, always = for_ever, seen = 0, armed = 1;
}

long fault_seen(void) { return seen; }

static int fails(const char *path) {
  if (!armed || strncmp(path, below, strlen(below))) return 0;
  seen++;
  if (seen != due && !(always && seen > due)) return 0;
  errno = code;
  return 1;
}

static int fails_at(int file) {
  char link[64], path[4096];
  if (!armed) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return fails(path);
}

#define CALL(kind, name, types, names, test)                      \
  kind name types {                                               \
    static kind(*real) types;                                     \
    if (!real) real = (kind(*) types)dlsym(RTLD_NEXT, #name);     \
    return test ? (kind)-1 : real names;                          \
  }

CALL(ssize_t, write, (int file, const void *bytes, size_t count), (file, bytes, count), fails_at(file))
CALL(ssize_t, pwrite, (int file, const void *bytes, size_t count, off_t at), (file, bytes, count, at), fails_at(file))
CALL(ssize_t, pwrite64, (int file, const void *bytes, size_t count, off64_t at), (file, bytes, count, at), fails_at(file))
CALL(int, ftruncate, (int file, off_t length), (file, length), fails_at(file))
CALL(int, ftruncate64, (int file, off64_t length), (file, length), fails_at(file))
CALL(int, fsync, (int file), (file), fails_at(file))
CALL(int, fdatasync, (int file), (file), fails_at(file))
CALL(int, rename, (const char *from, const char *to), (from, to), fails(from))
CALL(int, unlink, (const char *path), (path), fails(path))
CALL(int, mkdir, (const char *path, mode_t mode), (path, mode), fails(path))
CALL(int, chmod, (const char *path, mode_t mode), (path, mode), fails(path))
