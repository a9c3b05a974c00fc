one:
two: three:	NOP
four :	RET
	spaced	:
a: b:
c: ; d: NOP
·dotted∕label:	JMP ·dotted∕label
