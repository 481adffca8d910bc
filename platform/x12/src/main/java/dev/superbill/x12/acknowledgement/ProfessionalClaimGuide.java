package dev.superbill.x12.acknowledgement;

/** Loops, segments and required elements of the 837P, guide 005010X222A1; see {@link GuideNode#parse} for the notation. */
final class ProfessionalClaimGuide {
    static final GuideNode.LoopNode STRUCTURE = GuideNode.parse("""
            BHT R 1 1 2 3 4 5 6
            {1000A R 1 NM1/1:41
              NM1 R 1 1 2 3 8 9
              PER R 2 1 3 4
            }
            {1000B R 1 NM1/1:40
              NM1 R 1 1 2 3 8 9
            }
            {2000A R * HL/3:20
              HL R 1 1 3 4
              PRV S 1 1 2 3
              CUR S 1 1 2
              {2010AA R 1 NM1/1:85
                NM1 R 1 1 2 3
                N3 R 1 1
                N4 R 1 1
                REF R 20 1 2
                PER S 2 1 3 4
              }
              {2010AB S 1 NM1/1:87
                NM1 R 1 1 2
                N3 R 1 1
                N4 R 1 1
              }
              {2010AC S 1 NM1/1:PE
                NM1 R 1 1 2 3
                N3 R 1 1
                N4 R 1 1
                REF R 20 1 2
              }
              {2000B R * HL/3:22
                HL R 1 1 2 3 4
                SBR R 1 1
                PAT S 1
                {2010BA R 1 NM1/1:IL
                  NM1 R 1 1 2 3
                  N3 S 1 1
                  N4 S 1 1
                  DMG S 1 1 2 3
                  REF S 20 1 2
                  PER S 1 1
                }
                {2010BB R 1 NM1/1:PR
                  NM1 R 1 1 2 3 8 9
                  N3 S 1 1
                  N4 S 1 1
                  REF S 20 1 2
                }
                {2300 S 100 CLM
                  CLM R 1 1 2$ 5.1 5.2 5.3 6 7 8 9
                  DTP S 100 1 2 3
                  PWK S 10 1 2
                  CN1 S 1 1
                  AMT S 1 1 2$
                  REF S 40 1 2
                  K3 S 10 1
                  NTE S 1 1 2
                  CR1 S 1
                  CR2 S 1
                  CRC S 8 1 2 3
                  HI R 4 1.1 1.2
                  HCP S 1 1
                  {2310A S 2 NM1/1:DN,P3
                    NM1 R 1 1 2 3
                    REF S 3 1 2
                  }
                  {2310B S 1 NM1/1:82
                    NM1 R 1 1 2 3
                    PRV S 1 1 2 3
                    REF S 4 1 2
                  }
                  {2310C S 1 NM1/1:77
                    NM1 R 1 1 2 3
                    N3 R 1 1
                    N4 R 1 1
                    REF S 3 1 2
                    PER S 1 1
                  }
                  {2310D S 1 NM1/1:DQ
                    NM1 R 1 1 2 3
                    REF S 4 1 2
                  }
                  {2310E S 1 NM1/1:PW
                    NM1 R 1 1 2
                    N3 R 1 1
                    N4 R 1 1
                  }
                  {2310F S 1 NM1/1:45
                    NM1 R 1 1 2
                    N3 R 1 1
                    N4 R 1 1
                  }
                  {2320 S 10 SBR
                    SBR R 1 1 2
                    CAS S 5 1 2 3$
                    AMT S 15 1 2$
                    OI R 1 3 6
                    MOA S 1
                    {2330A R 1 NM1/1:IL
                      NM1 R 1 1 2 3 8 9
                      N3 S 1 1
                      N4 S 1 1
                      REF S 3 1 2
                    }
                    {2330B R 1 NM1/1:PR
                      NM1 R 1 1 2 3 8 9
                      N3 S 1 1
                      N4 S 1 1
                      DTP S 1 1 2 3
                      REF S 20 1 2
                    }
                    {2330C S 2 NM1/1:DN,P3
                      NM1 R 1 1 2
                      REF R 3 1 2
                    }
                    {2330D S 1 NM1/1:82
                      NM1 R 1 1 2
                      REF R 3 1 2
                    }
                    {2330E S 1 NM1/1:77
                      NM1 R 1 1 2
                      REF R 3 1 2
                    }
                    {2330F S 1 NM1/1:DQ
                      NM1 R 1 1 2
                      REF R 3 1 2
                    }
                    {2330G S 1 NM1/1:85
                      NM1 R 1 1 2
                      REF R 3 1 2
                    }
                  }
                  {2400 R 50 LX
                    LX R 1 1#
                    SV1 R 1 1.1 1.2 2$ 3 4# 7.1
                    SV5 S 1
                    PWK S 11 1
                    CR1 S 1
                    CR3 S 1
                    CRC S 5 1 2 3
                    DTP R 40 1 2 3
                    QTY S 2 1 2#
                    MEA S 20
                    CN1 S 1 1
                    REF S 60 1 2
                    AMT S 2 1 2$
                    K3 S 10 1
                    NTE S 2 1 2
                    PS1 S 1 1 2
                    HCP S 1 1
                    {2410 S 1 LIN
                      LIN R 1 2 3
                      CTP R 1 4# 5.1
                      REF S 1 1 2
                    }
                    {2420A S 1 NM1/1:82
                      NM1 R 1 1 2 3
                      PRV S 1 1 2 3
                      REF S 20 1 2
                    }
                    {2420B S 1 NM1/1:QB
                      NM1 R 1 1 2
                      REF S 20 1 2
                    }
                    {2420C S 1 NM1/1:77
                      NM1 R 1 1 2 3
                      N3 R 1 1
                      N4 R 1 1
                      REF S 3 1 2
                    }
                    {2420D S 1 NM1/1:DQ
                      NM1 R 1 1 2 3
                      REF S 20 1 2
                    }
                    {2420E S 1 NM1/1:DK
                      NM1 R 1 1 2 3
                      N3 S 1 1
                      N4 S 1 1
                      REF S 20 1 2
                      PER S 1 1
                    }
                    {2420F S 2 NM1/1:DN,P3
                      NM1 R 1 1 2 3
                      REF S 20 1 2
                    }
                    {2420G S 1 NM1/1:PW
                      NM1 R 1 1 2
                      N3 R 1 1
                      N4 R 1 1
                    }
                    {2420H S 1 NM1/1:45
                      NM1 R 1 1 2
                      N3 R 1 1
                      N4 R 1 1
                    }
                    {2430 S 15 SVD
                      SVD R 1 1 2$ 3.1 3.2 5#
                      CAS S 5 1 2 3$
                      DTP R 1 1 2 3
                      AMT S 1 1 2$
                    }
                    {2440 S * LQ
                      LQ R 1 1 2
                      FRM R 99 1
                    }
                  }
                }
                {2000C S * HL/3:23
                  HL R 1 1 2 3 4
                  PAT R 1 1
                  {2010CA R 1 NM1/1:QC
                    NM1 R 1 1 2 3
                    N3 R 1 1
                    N4 R 1 1
                    DMG R 1 1 2 3
                    REF S 5 1 2
                    PER S 1 1
                  }
                  =2300 R 100
                }
              }
            }
            """);

    private ProfessionalClaimGuide() {}
}
