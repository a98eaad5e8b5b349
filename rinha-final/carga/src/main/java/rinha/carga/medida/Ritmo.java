package rinha.carga.medida;

/// A velocidade da máquina enquanto a carga corria, vista por uma conta de tamanho fixo repetida cem vezes por segundo.
///
/// O tempo de cada conta é o de processador, e não o do relógio: esperar a vez não a encarece. O que a encarece é a
/// máquina andar devagar (um vizinho na mesma hospedeira, o calor), e isso nenhum programa de dentro dela vê de outro jeito.
///
/// @param pulsos     contas cronometradas depois do aquecimento; 0 onde o sistema não diz o tempo de processador
/// @param lento      parte delas, de 0 a 1, que custou o dobro da mais rápida, ou mais
/// @param pior       quantas vezes a mais rápida a conta custou, no percentil 99
/// @param foraDoLento latências dos pedidos que terminaram longe de um momento lento, com erro de 1%
public record Ritmo(long pulsos, double lento, double pior, Latencias foraDoLento) {

    /// Parte do tempo com a máquina lenta a partir da qual é ela que decide o p99.
    private static final double LIMIAR = 0.01;
    /// Com menos pedidos do que isto, um p99 é só o mais lento deles.
    private static final int MINIMO_PARA_O_P99 = 100;

    /// Diz se a lentidão da máquina muda o que se conclui dos percentis.
    public boolean pesa() {
        return lento > LIMIAR;
    }

    /// Diz, numa frase, quanto a máquina andou devagar, e qual foi a latência longe desses momentos.
    public String descricao() {
        return "A máquina andou a menos da metade da velocidade dela em %s do tempo: uma conta fixa, que só usa o processador, custou até %s vezes o normal. Os percentis incluem esses momentos."
                .formatted(Numeros.porcento(lento), Numeros.decimal(pior, 1))
                + (foraDoLento.total() < MINIMO_PARA_O_P99 ? "" : " Longe deles, em %s pedidos, o p99 foi de %s ms e o máximo, de %s ms."
                .formatted(Numeros.inteiro(foraDoLento.total()), Numeros.ms(foraDoLento.p99Ms()), Numeros.ms(foraDoLento.maxMs())));
    }
}
