import type { SampleCandidate } from '../sample-candidate.ts'

export const mirelaIonescu: SampleCandidate = {
  name: 'Mirela Ionescu',
  email: 'mirela.ionescu@mail.example',
  locale: 'en',
  joinedDaysAgo: 4,
  cvs: [
    {
      name: 'CV_Mirela_Ionescu.pdf',
      daysAgo: 2.9,
      text: `Mirela Ionescu
Embedded Software Engineer · Dresden, Germany
mirela.ionescu@mail.example · +49 152 0555 7781 · gitlab.com/mirela-example

Profile
Embedded engineer for devices with a long life: 7 years of C, 3 of them beside Rust, in
controllers of which 210,000 are in the field and none was ever recalled.

Experience
Embedded Software Engineer, Elbflorenz Antriebe, Dresden
09/2020 – present
• Ported the motor control loop from C to Rust, by modules; jitter fell by 87%.
• Built a test bench with 8 boards that replays recorded faults; 14 defects found early.
• Reduced the flash image by 41%, which made updates over a slow CAN bus possible at all.
• Wrote the bootloader with two slots; 3 failed updates in 210,000, all of them rolled back.

Firmware Engineer, Somes Instruments, Cluj-Napoca
07/2016 – 08/2020
• Developed drivers in C for FreeRTOS on STM32, for 5 products.
• Halved the standby current of a flow meter; its battery lasts 9 years instead of 4.
• Introduced unit tests on the host with CMake and GitLab CI, from none to 1,300.

Education
MSc Embedded Systems, Technical University of Cluj-Napoca, 2014 – 2016

Skills
Rust, C, C++, FreeRTOS, STM32, CAN bus, Modbus, Python, Git, oscilloscope

Languages
Romanian (native), English (C1), German (B1)`,
    },
  ],
}
