"""Reader: reports with their claims marked, the bytes they came as, and how they came."""
