/// Medição: um experimento pergunta, mede, afirma e mostra; a teoria só tem números que saíram daqui.
///
/// - **Escrever um experimento**: `Experimento`, `Ficha`, `Ambiente`, `Resultado`, `Tabela`, `Coluna`.
/// - **Medir**: `Carga` (vazão e latência de clientes concorrentes), `Latencias`, `Comparacao` (duas variantes em pares,
///   com intervalo de confiança), `Afirmacao` e `Veredito`.
/// - **Executar**: `DescobridorDeExperimentos`, `ExecutarExperimentos`.
/// - **Mostrar**: `EmTerminal` (com `Tela`), `EmSvg`, `EmMarkdown`, `GraficoJmh`.
/// - **Ligar a teoria ao que foi medido e ao código**: `Medicoes`, `BlocosDaTeoria`, `TrechosDaTeoria`.
package curso.bancada.medicao;
