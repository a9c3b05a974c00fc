	(AX)
1:	NOP
	.L1: NOP
	"text"
	$1
	- NOP
loop: (BX)
	@ ? ! = `
	RET
