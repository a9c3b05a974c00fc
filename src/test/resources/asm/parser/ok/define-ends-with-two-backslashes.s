#define TWO a \\
	NOP
#define APART a \ \
	NOP
#define THREE a \\ \
	b
	NOP
