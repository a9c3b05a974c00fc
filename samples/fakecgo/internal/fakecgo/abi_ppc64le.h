// What ELFv2 makes a callee preserve and Go does not: R14 to R31, F14 to F31, V20 to V31, CR
// and LR. CR and LR have their places in the frame of the caller, at 8(R1) and 16(R1).
//
// The areas lie at offset(R1); the one of the vector registers must be aligned to 16 bytes.

#define GPR_SIZE (18*8)
#define FPR_SIZE (18*8)
#define VR_SIZE (12*16)

#define SAVE_GPR(offset) \
	MOVD	R14, ((offset)+0*8)(R1) \
	MOVD	R15, ((offset)+1*8)(R1) \
	MOVD	R16, ((offset)+2*8)(R1) \
	MOVD	R17, ((offset)+3*8)(R1) \
	MOVD	R18, ((offset)+4*8)(R1) \
	MOVD	R19, ((offset)+5*8)(R1) \
	MOVD	R20, ((offset)+6*8)(R1) \
	MOVD	R21, ((offset)+7*8)(R1) \
	MOVD	R22, ((offset)+8*8)(R1) \
	MOVD	R23, ((offset)+9*8)(R1) \
	MOVD	R24, ((offset)+10*8)(R1) \
	MOVD	R25, ((offset)+11*8)(R1) \
	MOVD	R26, ((offset)+12*8)(R1) \
	MOVD	R27, ((offset)+13*8)(R1) \
	MOVD	R28, ((offset)+14*8)(R1) \
	MOVD	R29, ((offset)+15*8)(R1) \
	MOVD	g, ((offset)+16*8)(R1) \
	MOVD	R31, ((offset)+17*8)(R1)

#define RESTORE_GPR(offset) \
	MOVD	((offset)+0*8)(R1), R14 \
	MOVD	((offset)+1*8)(R1), R15 \
	MOVD	((offset)+2*8)(R1), R16 \
	MOVD	((offset)+3*8)(R1), R17 \
	MOVD	((offset)+4*8)(R1), R18 \
	MOVD	((offset)+5*8)(R1), R19 \
	MOVD	((offset)+6*8)(R1), R20 \
	MOVD	((offset)+7*8)(R1), R21 \
	MOVD	((offset)+8*8)(R1), R22 \
	MOVD	((offset)+9*8)(R1), R23 \
	MOVD	((offset)+10*8)(R1), R24 \
	MOVD	((offset)+11*8)(R1), R25 \
	MOVD	((offset)+12*8)(R1), R26 \
	MOVD	((offset)+13*8)(R1), R27 \
	MOVD	((offset)+14*8)(R1), R28 \
	MOVD	((offset)+15*8)(R1), R29 \
	MOVD	((offset)+16*8)(R1), g \
	MOVD	((offset)+17*8)(R1), R31

#define SAVE_FPR(offset) \
	FMOVD	F14, ((offset)+0*8)(R1) \
	FMOVD	F15, ((offset)+1*8)(R1) \
	FMOVD	F16, ((offset)+2*8)(R1) \
	FMOVD	F17, ((offset)+3*8)(R1) \
	FMOVD	F18, ((offset)+4*8)(R1) \
	FMOVD	F19, ((offset)+5*8)(R1) \
	FMOVD	F20, ((offset)+6*8)(R1) \
	FMOVD	F21, ((offset)+7*8)(R1) \
	FMOVD	F22, ((offset)+8*8)(R1) \
	FMOVD	F23, ((offset)+9*8)(R1) \
	FMOVD	F24, ((offset)+10*8)(R1) \
	FMOVD	F25, ((offset)+11*8)(R1) \
	FMOVD	F26, ((offset)+12*8)(R1) \
	FMOVD	F27, ((offset)+13*8)(R1) \
	FMOVD	F28, ((offset)+14*8)(R1) \
	FMOVD	F29, ((offset)+15*8)(R1) \
	FMOVD	F30, ((offset)+16*8)(R1) \
	FMOVD	F31, ((offset)+17*8)(R1)

#define RESTORE_FPR(offset) \
	FMOVD	((offset)+0*8)(R1), F14 \
	FMOVD	((offset)+1*8)(R1), F15 \
	FMOVD	((offset)+2*8)(R1), F16 \
	FMOVD	((offset)+3*8)(R1), F17 \
	FMOVD	((offset)+4*8)(R1), F18 \
	FMOVD	((offset)+5*8)(R1), F19 \
	FMOVD	((offset)+6*8)(R1), F20 \
	FMOVD	((offset)+7*8)(R1), F21 \
	FMOVD	((offset)+8*8)(R1), F22 \
	FMOVD	((offset)+9*8)(R1), F23 \
	FMOVD	((offset)+10*8)(R1), F24 \
	FMOVD	((offset)+11*8)(R1), F25 \
	FMOVD	((offset)+12*8)(R1), F26 \
	FMOVD	((offset)+13*8)(R1), F27 \
	FMOVD	((offset)+14*8)(R1), F28 \
	FMOVD	((offset)+15*8)(R1), F29 \
	FMOVD	((offset)+16*8)(R1), F30 \
	FMOVD	((offset)+17*8)(R1), F31

// Vector loads and stores take their offset in a register: tmp is overwritten.
#define SAVE_ONE_VR(offset, tmp, vr) \
	MOVD	$(offset), tmp \
	STVX	vr, (tmp)(R1)

#define RESTORE_ONE_VR(offset, tmp, vr) \
	MOVD	$(offset), tmp \
	LVX	(tmp)(R1), vr

#define SAVE_VR(offset, tmp) \
	SAVE_ONE_VR((offset)+0*16, tmp, V20) \
	SAVE_ONE_VR((offset)+1*16, tmp, V21) \
	SAVE_ONE_VR((offset)+2*16, tmp, V22) \
	SAVE_ONE_VR((offset)+3*16, tmp, V23) \
	SAVE_ONE_VR((offset)+4*16, tmp, V24) \
	SAVE_ONE_VR((offset)+5*16, tmp, V25) \
	SAVE_ONE_VR((offset)+6*16, tmp, V26) \
	SAVE_ONE_VR((offset)+7*16, tmp, V27) \
	SAVE_ONE_VR((offset)+8*16, tmp, V28) \
	SAVE_ONE_VR((offset)+9*16, tmp, V29) \
	SAVE_ONE_VR((offset)+10*16, tmp, V30) \
	SAVE_ONE_VR((offset)+11*16, tmp, V31)

#define RESTORE_VR(offset, tmp) \
	RESTORE_ONE_VR((offset)+0*16, tmp, V20) \
	RESTORE_ONE_VR((offset)+1*16, tmp, V21) \
	RESTORE_ONE_VR((offset)+2*16, tmp, V22) \
	RESTORE_ONE_VR((offset)+3*16, tmp, V23) \
	RESTORE_ONE_VR((offset)+4*16, tmp, V24) \
	RESTORE_ONE_VR((offset)+5*16, tmp, V25) \
	RESTORE_ONE_VR((offset)+6*16, tmp, V26) \
	RESTORE_ONE_VR((offset)+7*16, tmp, V27) \
	RESTORE_ONE_VR((offset)+8*16, tmp, V28) \
	RESTORE_ONE_VR((offset)+9*16, tmp, V29) \
	RESTORE_ONE_VR((offset)+10*16, tmp, V30) \
	RESTORE_ONE_VR((offset)+11*16, tmp, V31)
