#define SAVE_SOME(offset) \
	STP	(R19, R20), ((offset)+0*8)(RSP) \
	STP	(R27, g), ((offset)+2*8)(RSP)

#define RESTORE_SOME(offset) \
	LDP	((offset)+0*8)(RSP), (R19, R20) \
	LDP	((offset)+2*8)(RSP), (R27, g)
