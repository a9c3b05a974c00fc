#include "textflag.h"
#include "abi_s390x.h"

TEXT ·setg_trampoline(SB), NOSPLIT|NOFRAME, $0-16
	MOVD	8(R15), R1
	MOVD	16(R15), R2
	SUB	$168, R15
	SAVE_LINK(160)
	BL	(R1)
	BL	runtime·load_g(SB)
	RESTORE_LINK(160)
	ADD	$168, R15
	RET
