#define SAVE_PAIR(offset) \
	STP	(R27, g), (offset)(RSP)
