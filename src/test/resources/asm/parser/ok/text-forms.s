TEXT ·plain(SB), $0
TEXT ·flags(SB), NOSPLIT|NOFRAME, $0-8
TEXT runtime·full<ABIInternal>(SB), (4|16), $(2*8)-24
TEXT local<>(SB), 7, $-8
TEXT github·com∕some∕module·f(SB),NOSPLIT,$0
TEXT ·spaced ( SB ) , NOSPLIT , $ 16 - 8
TEXT ·noSize(SB)
