#define CALL_G BL runtime·load_g(SB)
#define CALL_BOTH(second) \
	CALL_G \
	BL second(SB)
