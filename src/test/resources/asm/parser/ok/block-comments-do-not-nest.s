/* outer /* inner */ NOP */
	RET
