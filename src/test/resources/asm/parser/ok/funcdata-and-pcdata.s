	FUNCDATA $0, ·args(SB)
	FUNCDATA $FUNCDATA_LocalsPointerMaps, no_pointers(SB)
	PCDATA $1, $-1
	PCALIGN $16
	GO_ARGS
