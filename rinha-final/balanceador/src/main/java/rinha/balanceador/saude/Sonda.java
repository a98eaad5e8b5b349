package rinha.balanceador.saude;

/// Pergunta a um servidor se ele pode atender.
public interface Sonda {
    /// @return vazio se pode; senão, o motivo, para o log. Pode bloquear, dentro de um prazo próprio.
    String sondar(int servidor) throws InterruptedException;
}
