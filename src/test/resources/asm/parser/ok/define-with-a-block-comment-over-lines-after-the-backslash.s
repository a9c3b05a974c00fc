#define BLOCK NOP; \ /* this comment
	reaches into the next line */
	RET
	UNDEF
