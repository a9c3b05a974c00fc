// The fixed part of every frame, and function descriptors, which only AIX has.
// The macro stands on the lines and columns where Go 1.27 has it.


























#define FIXED_FRAME 32
#ifdef GOOS_aix
#ifdef GOARCH_ppc64
#define GO_PPC64X_HAS_FUNCDESC
#define DEFINE_PPC64X_FUNCDESC(funcdesc, function) \
	DATA funcdesc+0(SB)/8, $function(SB) \
	DATA funcdesc+8(SB)/8, $TOC(SB) \
	DATA funcdesc+16(SB)/8, $0 \
	GLOBL funcdesc(SB), NOPTR, $24
#endif
#endif
