// What the System V convention makes a callee preserve and Go does not. The macros leave SP
// alone: the caller of the macro has made room for HOST_REGS_SIZE bytes at offset(SP).
//
// BP comes last, so that it can lie right below the return address, where a walk along
// frame pointers looks for it.

#define HOST_REGS_SIZE (6*8)

#define SAVE_HOST_REGS(offset) \
	MOVQ	BX, ((offset)+0*8)(SP) \
	MOVQ	R12, ((offset)+1*8)(SP) \
	MOVQ	R13, ((offset)+2*8)(SP) \
	MOVQ	R14, ((offset)+3*8)(SP) \
	MOVQ	R15, ((offset)+4*8)(SP) \
	MOVQ	BP, ((offset)+5*8)(SP) \
	LEAQ	((offset)+5*8)(SP), BP

#define RESTORE_HOST_REGS(offset) \
	MOVQ	((offset)+0*8)(SP), BX \
	MOVQ	((offset)+1*8)(SP), R12 \
	MOVQ	((offset)+2*8)(SP), R13 \
	MOVQ	((offset)+3*8)(SP), R14 \
	MOVQ	((offset)+4*8)(SP), R15 \
	MOVQ	((offset)+5*8)(SP), BP
