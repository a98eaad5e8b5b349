package rinha.credito.contrato;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import rinha.credito.conta.Tipo;
import rinha.credito.contrato.Leitura.Lida;

/// A mesma leitura, com o Jackson em fluxo e estrito: o juiz independente do leitor escrito à mão, e o seu rival na medição.
final class LeitorComJackson {
    private static final JsonFactory FABRICA = JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private LeitorComJackson() {}

    /// A transação, ou vazio se o corpo não é uma.
    static Optional<Lida> ler(byte[] corpo) {
        try (JsonParser json = FABRICA.createParser(corpo)) {
            // O Jackson aceita algumas sequências que não são UTF-8 (substitutos codificados); o decodificador do Java, não.
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(corpo));
            return json.nextToken() == JsonToken.START_OBJECT ? objeto(json) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<Lida> objeto(JsonParser json) throws IOException {
        Long valor = null;
        Tipo tipo = null;
        String descricao = null;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String campo = json.currentName();
            json.nextToken();
            switch (campo) {
                case "valor" -> valor = json.currentToken() == JsonToken.VALUE_NUMBER_INT ? inteiro(json) : null;
                case "tipo" -> tipo = json.currentToken() == JsonToken.VALUE_STRING ? tipo(json.getText()) : null;
                case "descricao" -> descricao = json.currentToken() == JsonToken.VALUE_STRING ? descricao(json.getText()) : null;
                default -> json.skipChildren();
            }
            json.skipChildren();
        }
        boolean fim = json.nextToken() == null;
        return fim && valor != null && tipo != null && descricao != null ? Optional.of(new Lida(valor, tipo, descricao)) : Optional.empty();
    }

    private static Long inteiro(JsonParser json) throws IOException {
        boolean cabe = json.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
        return cabe && json.getLongValue() > 0 ? json.getLongValue() : null;
    }

    private static Tipo tipo(String letra) {
        return switch (letra) {
            case "c" -> Tipo.CREDITO;
            case "d" -> Tipo.DEBITO;
            default -> null;
        };
    }

    private static String descricao(String texto) {
        long caracteres = texto.codePoints().count();
        boolean serve = caracteres >= 1 && caracteres <= 10 && texto.codePoints().noneMatch(c -> c == 0 || c >= 0xd800 && c <= 0xdfff);
        return serve ? texto : null;
    }
}
