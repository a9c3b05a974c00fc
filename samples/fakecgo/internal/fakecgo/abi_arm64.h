// What the AAPCS64 makes a callee preserve and Go does not. R29 and R30 are left to the
// function that uses the macros, and so is the room for HOST_REGS_SIZE bytes at
// offset(RSP).

#define HOST_REGS_SIZE (18*8)

#define SAVE_HOST_REGS(offset) \
	STP	(R19, R20), ((offset)+0*8)(RSP) \
	STP	(R21, R22), ((offset)+2*8)(RSP) \
	STP	(R23, R24), ((offset)+4*8)(RSP) \
	STP	(R25, R26), ((offset)+6*8)(RSP) \
	STP	(R27, g), ((offset)+8*8)(RSP) \
	FSTPD	(F8, F9), ((offset)+10*8)(RSP) \
	FSTPD	(F10, F11), ((offset)+12*8)(RSP) \
	FSTPD	(F12, F13), ((offset)+14*8)(RSP) \
	FSTPD	(F14, F15), ((offset)+16*8)(RSP)

#define RESTORE_HOST_REGS(offset) \
	LDP	((offset)+0*8)(RSP), (R19, R20) \
	LDP	((offset)+2*8)(RSP), (R21, R22) \
	LDP	((offset)+4*8)(RSP), (R23, R24) \
	LDP	((offset)+6*8)(RSP), (R25, R26) \
	LDP	((offset)+8*8)(RSP), (R27, g) \
	FLDPD	((offset)+10*8)(RSP), (F8, F9) \
	FLDPD	((offset)+12*8)(RSP), (F10, F11) \
	FLDPD	((offset)+14*8)(RSP), (F12, F13) \
	FLDPD	((offset)+16*8)(RSP), (F14, F15)
