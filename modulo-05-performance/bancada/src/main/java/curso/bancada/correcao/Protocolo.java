package curso.bancada.correcao;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.security.SecureRandom;
import java.util.HexFormat;

/// As mensagens entre [Corretor] e [Operario]: uma linha JSON cada. As do operário começam por uma marca sorteada, que só os dois
/// conhecem: uma linha que o código do aluno escreva na saída crua do processo não vira veredito.
final class Protocolo {

    private static final int BYTES_DA_MARCA = 16;
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private Protocolo() {}

    /// O que o operário manda: pronto, o resultado de um teste, ou o veredito (um só campo preenchido, salvo em pronto).
    record Resposta(ResultadoDeTeste teste, Veredito veredito, String erro) {
        static final Resposta PRONTO = new Resposta(null, null, null);
    }

    /// Uma marca nova. É a primeira linha que o operário lê: no ambiente ou na linha de comando o aluno a veria.
    static String novaMarca() {
        byte[] acaso = new byte[BYTES_DA_MARCA];
        new SecureRandom().nextBytes(acaso);
        return "corretor " + HexFormat.of().formatHex(acaso) + " ";
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
