#define SAVE_LINK(offset) \
	MOVD	R14, (offset)(R15)

#define RESTORE_LINK(offset) \
	MOVD	(offset)(R15), R14
