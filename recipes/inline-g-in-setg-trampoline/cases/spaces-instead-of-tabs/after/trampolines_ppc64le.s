TEXT ·setg_trampoline(SB), 4, $16-16
    MOVD setg+0(FP), R12
    MOVD newg+8(FP), R3
    MOVD R12, CTR
    CALL CTR
      MOVD  newg+8(FP), g
    XOR  R0, R0, R0
    RET
