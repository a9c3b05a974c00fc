#include "textflag.h"

TEXT  crosscall2 (SB) , NOSPLIT | NOFRAME , $0
    SUB    $32, RSP
    STP    (R0, R1), 8(RSP)
      MOVD   R30 , 24(RSP)
    BL  runtime·cgocallback( SB )
    MOVD   24(RSP), R30
   ADD $32, RSP
    RET
