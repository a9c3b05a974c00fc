DATA ·table+0x00(SB)/8, $·f(SB)
DATA ·table+8(SB)/8, $1.5
DATA local<>+0(SB)/4, $"ab\n\x00"
DATA local<>+(1*4)(SB)/2, $'x'
GLOBL ·table(SB), RODATA, $16
GLOBL local<>(SB), (NOPTR+RODATA), $(4+4)
GLOBL ·noFlags(SB), $8
