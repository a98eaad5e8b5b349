package curso.bancada.correcao;

/// Um erro do compilador, com o trecho onde ele está.
///
/// `linha` e `coluna` começam em 1; valem 0 quando o compilador não sabe dizer. `mensagem` é a do javac
/// (em inglês); `emPortugues` é vazia quando não há tradução para o erro.
public record ErroDeCompilacao(
        String arquivo, long linha, long coluna, String mensagem, String emPortugues, String trecho) {}
