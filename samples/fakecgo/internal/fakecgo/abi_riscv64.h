// What the LP64D convention makes a callee preserve and Go does not. The room for
// HOST_REGS_SIZE bytes at offset(X2) is made by the function that uses the macros.

#define HOST_REGS_SIZE (24*8)

#define SAVE_HOST_REGS(offset) \
	MOV	X8, ((offset)+0*8)(X2) \
	MOV	X9, ((offset)+1*8)(X2) \
	MOV	X18, ((offset)+2*8)(X2) \
	MOV	X19, ((offset)+3*8)(X2) \
	MOV	X20, ((offset)+4*8)(X2) \
	MOV	X21, ((offset)+5*8)(X2) \
	MOV	X22, ((offset)+6*8)(X2) \
	MOV	X23, ((offset)+7*8)(X2) \
	MOV	X24, ((offset)+8*8)(X2) \
	MOV	X25, ((offset)+9*8)(X2) \
	MOV	X26, ((offset)+10*8)(X2) \
	MOV	g, ((offset)+11*8)(X2) \
	MOVD	F8, ((offset)+12*8)(X2) \
	MOVD	F9, ((offset)+13*8)(X2) \
	MOVD	F18, ((offset)+14*8)(X2) \
	MOVD	F19, ((offset)+15*8)(X2) \
	MOVD	F20, ((offset)+16*8)(X2) \
	MOVD	F21, ((offset)+17*8)(X2) \
	MOVD	F22, ((offset)+18*8)(X2) \
	MOVD	F23, ((offset)+19*8)(X2) \
	MOVD	F24, ((offset)+20*8)(X2) \
	MOVD	F25, ((offset)+21*8)(X2) \
	MOVD	F26, ((offset)+22*8)(X2) \
	MOVD	F27, ((offset)+23*8)(X2)

#define RESTORE_HOST_REGS(offset) \
	MOV	((offset)+0*8)(X2), X8 \
	MOV	((offset)+1*8)(X2), X9 \
	MOV	((offset)+2*8)(X2), X18 \
	MOV	((offset)+3*8)(X2), X19 \
	MOV	((offset)+4*8)(X2), X20 \
	MOV	((offset)+5*8)(X2), X21 \
	MOV	((offset)+6*8)(X2), X22 \
	MOV	((offset)+7*8)(X2), X23 \
	MOV	((offset)+8*8)(X2), X24 \
	MOV	((offset)+9*8)(X2), X25 \
	MOV	((offset)+10*8)(X2), X26 \
	MOV	((offset)+11*8)(X2), g \
	MOVD	((offset)+12*8)(X2), F8 \
	MOVD	((offset)+13*8)(X2), F9 \
	MOVD	((offset)+14*8)(X2), F18 \
	MOVD	((offset)+15*8)(X2), F19 \
	MOVD	((offset)+16*8)(X2), F20 \
	MOVD	((offset)+17*8)(X2), F21 \
	MOVD	((offset)+18*8)(X2), F22 \
	MOVD	((offset)+19*8)(X2), F23 \
	MOVD	((offset)+20*8)(X2), F24 \
	MOVD	((offset)+21*8)(X2), F25 \
	MOVD	((offset)+22*8)(X2), F26 \
	MOVD	((offset)+23*8)(X2), F27
