#define OFF(n) n*8
#define SRC (SI)
	MOVQ	OFF(2)(SP), SRC
	MOVQ	SRC, OFF(3)(SP)
	OP SRC
