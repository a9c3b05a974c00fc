#define SAVE(r) \
	MOVQ	r, x-8(SP); \
	NOP	   \   
	\
	MOVQ	r, y-16(SP)
	RET
#define EMPTY_CONTINUED \

	RET
