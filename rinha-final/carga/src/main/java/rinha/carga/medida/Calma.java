package rinha.carga.medida;

/// Diz se a máquina andou na velocidade dela, sem um momento lento, desde um instante da carga.
@FunctionalInterface
public interface Calma {

    /// Responde falso também quando não há como saber.
    boolean desde(long instante);
}
