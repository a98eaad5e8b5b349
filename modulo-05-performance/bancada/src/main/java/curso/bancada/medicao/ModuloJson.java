package curso.bancada.medicao;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;

/// Ensina ao Jackson o que [Resultado] usa e ele não sabe sem módulos a mais: datas, durações e o opcional.
@SuppressWarnings("rawtypes")
final class ModuloJson extends SimpleModule {

    ModuloJson() {
        addSerializer(Instant.class, ToStringSerializer.instance);
        addSerializer(Duration.class, ToStringSerializer.instance);
        addSerializer(Optional.class, new EscreveOpcional());
        addDeserializer(Instant.class, new LeDeTexto<>(Instant.class, Instant::parse));
        addDeserializer(Duration.class, new LeDeTexto<>(Duration.class, Duration::parse));
        addDeserializer(Optional.class, new LeResposta());
    }

    private static final class LeDeTexto<T> extends StdDeserializer<T> {

        private final transient Function<String, T> leitura;

        LeDeTexto(Class<T> tipo, Function<String, T> leitura) {
            super(tipo);
            this.leitura = leitura;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext contexto) throws IOException {
            var texto = json.getText();
            try {
                return leitura.apply(texto);
            } catch (DateTimeParseException e) {
                throw contexto.weirdStringException(texto, handledType(), "não está em ISO-8601");
            }
        }
    }

    private static final class EscreveOpcional extends StdSerializer<Optional> {

        EscreveOpcional() {
            super(Optional.class);
        }

        @Override
        public void serialize(Optional valor, JsonGenerator json, SerializerProvider escritores) throws IOException {
            json.writePOJO(valor.isPresent() ? valor.get() : null);
        }
    }

    /// A resposta do palpite é o único opcional do modelo.
    private static final class LeResposta extends StdDeserializer<Optional> {

        LeResposta() {
            super(Optional.class);
        }

        @Override
        public Optional deserialize(JsonParser json, DeserializationContext contexto) throws IOException {
            return Optional.of(json.readValueAs(Resultado.Resposta.class));
        }

        @Override
        public Optional getNullValue(DeserializationContext contexto) {
            return Optional.empty();
        }
    }
}
