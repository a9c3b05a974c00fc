	CALL	runtime·f (SB)
	MOVQ	x + 8 ( FP ), AX
	MOVQ	$ ·sym <> + 8 (SB), BX
	MOVQ	name -8 (SP), CX
	MOVQ	8 (AX), DX
