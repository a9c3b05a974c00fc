// What the LoongArch LP64D convention makes a callee preserve and Go does not. The room for
// HOST_REGS_SIZE bytes at offset(R3) is made by the function that uses the macros.

#define HOST_REGS_SIZE (18*8)

#define SAVE_HOST_REGS(offset) \
	MOVV	g, ((offset)+0*8)(R3) \
	MOVV	R23, ((offset)+1*8)(R3) \
	MOVV	R24, ((offset)+2*8)(R3) \
	MOVV	R25, ((offset)+3*8)(R3) \
	MOVV	R26, ((offset)+4*8)(R3) \
	MOVV	R27, ((offset)+5*8)(R3) \
	MOVV	R28, ((offset)+6*8)(R3) \
	MOVV	R29, ((offset)+7*8)(R3) \
	MOVV	R30, ((offset)+8*8)(R3) \
	MOVV	R31, ((offset)+9*8)(R3) \
	MOVD	F24, ((offset)+10*8)(R3) \
	MOVD	F25, ((offset)+11*8)(R3) \
	MOVD	F26, ((offset)+12*8)(R3) \
	MOVD	F27, ((offset)+13*8)(R3) \
	MOVD	F28, ((offset)+14*8)(R3) \
	MOVD	F29, ((offset)+15*8)(R3) \
	MOVD	F30, ((offset)+16*8)(R3) \
	MOVD	F31, ((offset)+17*8)(R3)

#define RESTORE_HOST_REGS(offset) \
	MOVV	((offset)+0*8)(R3), g \
	MOVV	((offset)+1*8)(R3), R23 \
	MOVV	((offset)+2*8)(R3), R24 \
	MOVV	((offset)+3*8)(R3), R25 \
	MOVV	((offset)+4*8)(R3), R26 \
	MOVV	((offset)+5*8)(R3), R27 \
	MOVV	((offset)+6*8)(R3), R28 \
	MOVV	((offset)+7*8)(R3), R29 \
	MOVV	((offset)+8*8)(R3), R30 \
	MOVV	((offset)+9*8)(R3), R31 \
	MOVD	((offset)+10*8)(R3), F24 \
	MOVD	((offset)+11*8)(R3), F25 \
	MOVD	((offset)+12*8)(R3), F26 \
	MOVD	((offset)+13*8)(R3), F27 \
	MOVD	((offset)+14*8)(R3), F28 \
	MOVD	((offset)+15*8)(R3), F29 \
	MOVD	((offset)+16*8)(R3), F30 \
	MOVD	((offset)+17*8)(R3), F31
