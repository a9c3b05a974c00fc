#define UNUSED BL runtime·never(SB)
