#define A 1
#define B \
	NOP
