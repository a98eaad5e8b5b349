package rinha.credito.escrita;

import static org.assertj.core.api.Assertions.assertThat;
import static rinha.credito.escrita.Bancada.LONGO;
import static rinha.credito.escrita.Bancada.credito;
import static rinha.credito.escrita.Bancada.opcoes;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;
import rinha.credito.armazenamento.Aberto;
import rinha.credito.conta.Resultado.Aprovada;
import rinha.credito.conta.Resultado.Indisponivel;
import rinha.credito.conta.Resultado.Indisponivel.Motivo;
import rinha.credito.conta.Resultado.Recusada;

@DisplayName("A escrita simples")
final class EscritaSimplesTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger(EscritaSimples.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void escutarOLog() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void deixarOLog() {
        logger.detachAppender(log);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("Uma transação que o banco recusa falha sozinha, e o log diz por quê")
    void falhaSozinha_quandoBancoRecusa(Aberto tipo) throws Exception {
        try (var recurso = tipo.abrir(); var escrita = new EscritaSimples(recurso.armazenamento(), opcoes(10, 1, LONGO))) {
            try (var fundos = recurso.fundos().conectar(); var comando = fundos.createStatement()) {
                comando.execute(tipo.recusar("ruim"));
            }
            assertThat(escrita.enviar(credito("ruim"))).isEqualTo(Recusada.DADO_RECUSADO);
            assertThat(escrita.enviar(credito("boa"))).isEqualTo(new Aprovada(100_000, 1));
            assertThat(log.list).singleElement().extracting(ILoggingEvent::getFormattedMessage).asString().contains("recusou o dado");
        }
    }

    @Test
    @DisplayName("Com o banco fora, muitas recusas dão um aviso por segundo no log, com a causa")
    void avisaUmaVez_quandoBancoEstaFora() {
        try (var recurso = Aberto.SQLITE.abrir(); var escrita = new EscritaSimples(recurso.armazenamento(), opcoes(10, 1, LONGO))) {
            recurso.armazenamento().close();
            for (int i = 0; i < 5; i++) {
                assertThat(escrita.enviar(credito("fora"))).isEqualTo(new Indisponivel(Motivo.BANCO_FORA));
            }
            assertThat(log.list).isNotEmpty().hasSizeLessThan(5);
            assertThat(log.list.getFirst().getFormattedMessage()).contains("já foi fechado");
        }
    }
}
