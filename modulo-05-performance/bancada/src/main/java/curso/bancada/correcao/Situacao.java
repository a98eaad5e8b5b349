package curso.bancada.correcao;

/// Como está um exercício depois de uma correção.
public enum Situacao {
    /// Nenhum teste falhou e ao menos um foi pulado por `Exercicio.aFazer`.
    A_FAZER,
    /// Todos os testes passaram.
    PASSOU,
    /// Ao menos um teste falhou.
    FALHOU,
    /// O código não compila.
    NAO_COMPILA,
    /// A JVM da correção morreu ou não respondeu no prazo, ou a máquina não deixou o teste ser feito ([FalhaDaMaquina]).
    INTERROMPIDO
}
