package curso.bancada.medicao;

import curso.bancada.servicos.Servicos;

/// O que um experimento recebe de quem o executa. É de quem executa: o experimento não o fecha.
public interface Ambiente {

    /// Devolve os serviços; nenhum sobe antes de ser pedido.
    Servicos servicos();

    /// Diz se é a execução de fumaça (`--curto`): o menor tamanho que ainda percorre tudo.
    boolean curto();

    /// Conta ao leitor em que passo se está. Vai para a saída de erros, nunca para o resultado.
    void progresso(String frase);
}
