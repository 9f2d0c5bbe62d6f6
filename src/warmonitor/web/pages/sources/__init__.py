"""Sources: outlets, origins and strands, who quotes whom, and two reports side by side."""
