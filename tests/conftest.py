"""What holds for every test."""

from hypothesis import HealthCheck, settings

# Laws are tried however long an example takes: a machine that has other work fails no test.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")
