package curso.bancada.medicao;

/// Uma pergunta sobre desempenho que se responde executando: monta as variantes, mede e afirma.
///
/// Toda classe pública, com construtor público sem argumentos, que implementa esta interface em
/// `exemplos.aulaNN_slug` é achada pela varredura do pacote; não há lista a manter.
public interface Experimento {

    /// Diz o que se pergunta, o que se pede ao leitor que adivinhe e quanto tempo leva.
    Ficha ficha();

    /// Mede e devolve o que foi visto. Uma afirmação que não vale é resultado, não exceção.
    Resultado executar(Ambiente ambiente) throws Exception;
}
