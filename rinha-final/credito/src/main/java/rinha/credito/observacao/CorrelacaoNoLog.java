package rinha.credito.observacao;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.io.IOException;
import net.logstash.logback.composite.AbstractFieldJsonProvider;
import net.logstash.logback.composite.JsonWritingUtils;
import tools.jackson.core.JsonGenerator;

/// Põe a correlação do pedido em cada linha de log escrita enquanto ele é atendido.
final class CorrelacaoNoLog extends AbstractFieldJsonProvider<ILoggingEvent> {
    CorrelacaoNoLog() {
        setFieldName("correlacao");
    }

    @Override
    public void writeTo(JsonGenerator json, ILoggingEvent evento) {
        if (Correlacao.ATUAL.isBound()) {
            JsonWritingUtils.writeStringField(json, getFieldName(), Correlacao.ATUAL.get().texto());
        }
    }
}
