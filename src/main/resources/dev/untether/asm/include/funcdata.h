// Names of the runtime's tables about functions, and the three macros that hand-written code uses
// (https://github.com/golang/go/blob/go1.27.4/src/internal/abi/symtab.go). The macros stand on the lines
// and columns where Go 1.27 has them, so that a place in this file is the place in an installation's.
#define PCDATA_UnsafePoint 0
#define PCDATA_StackMapIndex 1
#define PCDATA_InlTreeIndex 2
#define PCDATA_ArgLiveIndex 3
#define PCDATA_PanicBounds 4
#define FUNCDATA_ArgsPointerMaps 0
#define FUNCDATA_LocalsPointerMaps 1
#define FUNCDATA_StackObjects 2
#define FUNCDATA_InlTree 3
#define FUNCDATA_OpenCodedDeferInfo 4
#define FUNCDATA_ArgInfo 5
#define FUNCDATA_ArgLiveInfo 6
#define FUNCDATA_WrapInfo 7
#define ArgsSizeUnknown 0x80000000
























#define GO_ARGS	FUNCDATA $FUNCDATA_ArgsPointerMaps, go_args_stackmap(SB)




#define GO_RESULTS_INITIALIZED	PCDATA $PCDATA_StackMapIndex, $1



#define NO_LOCAL_POINTERS	FUNCDATA $FUNCDATA_LocalsPointerMaps, no_pointers_stackmap(SB)
