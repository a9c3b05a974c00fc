// The fixed part of every frame, and function descriptors, which only AIX has.
// The macro stands on the line where Go 1.27 has it.


























#define FIXED_FRAME 32
#ifdef GOOS_aix
#ifdef GOARCH_ppc64
#define GO_PPC64X_HAS_FUNCDESC
#define DEFINE_PPC64X_FUNCDESC(descriptor, function) \
	DATA descriptor+0(SB)/8, $function(SB) \
	DATA descriptor+8(SB)/8, $TOC(SB) \
	DATA descriptor+16(SB)/8, $0 \
	GLOBL descriptor(SB), NOPTR, $24
#endif
#endif
