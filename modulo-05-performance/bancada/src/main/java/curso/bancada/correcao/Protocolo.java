package curso.bancada.correcao;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/// As mensagens entre [Corretor] e [Operario]: uma linha JSON cada, com um prefixo que o código do aluno não imita por acaso.
final class Protocolo {

    static final String PREFIXO = "\u0002corretor ";
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private Protocolo() {}

    /// O que o operário manda: pronto, o resultado de um teste, ou o veredito (um só campo preenchido, salvo em pronto).
    record Resposta(ResultadoDeTeste teste, Veredito veredito, String erro) {
        static final Resposta PRONTO = new Resposta(null, null, null);
    }

    static String escrever(Object valor) {
        try {
            return JSON.writeValueAsString(valor);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("mensagem que não cabe em JSON: " + valor, e);
        }
    }

    static <T> T ler(String linha, Class<T> tipo) {
        try {
            return JSON.readValue(linha, tipo);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("mensagem ilegível: " + linha, e);
        }
    }
}
