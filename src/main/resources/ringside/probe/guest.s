# The guest that shows whether a host really runs guests. It takes the firmware's place, says on port 0xe9 which mode of
# the processor it has reached, and ends QEMU through port 0xf4. It is linked at 0xf0000, where the last 64 KiB of a ROM
# are seen; the far jump at the reset vector is put there by whoever makes the ROM of it.
#
#   as guest.s -o guest.o && ld -Ttext=0xf0000 --oformat binary -o guest.bin guest.o
        .set    DEBUG, 0xe9
        .set    EXIT, 0xf4
        .code16
        .globl  _start
_start: cli
        movb    $'r', %al               # real mode
        outb    %al, $DEBUG
        lgdtl   %cs:(gdtr - _start)
        movl    %cr0, %eax
        orb     $1, %al
        movl    %eax, %cr0
        ljmpl   $0x08, $protected

        .code32
protected:
        movw    $0x10, %ax
        movw    %ax, %ds
        movw    %ax, %es
        movw    %ax, %fs
        movw    %ax, %gs
        movw    %ax, %ss
        movb    $'p', %al               # protected mode
        outb    %al, $DEBUG
        movl    $0x2003, 0x1000         # page tables: the first 2 MiB at their own addresses
        movl    $0x3003, 0x2000
        movl    $0x0083, 0x3000
        movl    $0x20, %eax             # PAE
        movl    %eax, %cr4
        movl    $0x1000, %eax
        movl    %eax, %cr3
        movl    $0xc0000080, %ecx       # EFER: long mode
        rdmsr
        orl     $0x100, %eax
        wrmsr
        movl    %cr0, %eax
        orl     $0x80000000, %eax       # paging
        movl    %eax, %cr0
        ljmpl   $0x18, $long

        .code64
long:   movb    $'l', %al               # long mode, 64 bits
        outb    %al, $DEBUG
        movl    $1000000, %ecx          # some work without an exit to the host
1:      decl    %ecx
        jnz     1b
        movb    $'e', %al               # end
        outb    %al, $DEBUG
        movb    $21, %al
        outb    %al, $EXIT              # QEMU ends with 2 * 21 + 1
2:      hlt
        jmp     2b

        # Marked as accessed: the processor would write that into the ROM, and under nested KVM never get past it
        .balign 8
gdt:    .quad   0
        .quad   0x00cf9b000000ffff      # code, 32 bits
        .quad   0x00cf93000000ffff      # data
        .quad   0x00af9b000000ffff      # code, 64 bits
gdtr:   .word   . - gdt - 1
        .long   gdt
