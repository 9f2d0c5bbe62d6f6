"""What is made when the package is built, one module a job."""
