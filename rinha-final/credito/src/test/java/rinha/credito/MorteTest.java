package rinha.credito;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rinha.credito.CargaDeTeste.Desfecho;

@DisplayName("Uma instância que morre ou encerra sob carga")
final class MorteTest {
    private static final int SIGTERM = 143;

    @ParameterizedTest
    @EnumSource(Cenario.class)
    @DisplayName("kill −9: nenhuma transação aceita se perde, nenhuma se aplica duas vezes")
    void naoPerdeNemRepete_quandoProcessoMorre(Cenario cenario) throws Exception {
        try (var deposito = Deposito.novo(cenario); var outra = deposito.instancia()) {
            try (var processo = Processo.iniciar(deposito.ambiente()); var carga = CargaDeTeste.iniciar(16, processo::porta)) {
                carga.ateMais(200, Desfecho.ACEITA);
                processo.matar();
                carga.ateMais(1, Desfecho.PORTA_FECHADA).parar().conferir(outra.cliente());
            }
        }
    }

    /// Quem insiste em reconectar durante o dreno pode receber um reset do sistema, sem que a API o tenha aceitado: não é o caso aqui.
    @Tag("longa")
    @ParameterizedTest
    @EnumSource(Cenario.class)
    @DisplayName("SIGTERM: todo pedido enviado tem resposta, o que foi respondido está gravado, e quem está conectado é avisado da saída")
    void respondeTudo_quandoEncerraSobCarga(Cenario cenario) throws Exception {
        try (var deposito = Deposito.novo(cenario); var outra = deposito.instancia()) {
            var ambiente = deposito.ambiente();
            ambiente.put("CREDITO_DRENO_MS", "200");
            try (var processo = Processo.iniciar(ambiente); var carga = CargaDeTeste.obediente(16, processo::porta)) {
                carga.ateMais(200, Desfecho.ACEITA);
                assertThat(processo.pedirQueEncerre()).as(processo.saida()).isEqualTo(SIGTERM);
                carga.esperar().conferir(outra.cliente());
                assertThat(carga.contagens()).as(processo.saida()).containsOnlyKeys(Desfecho.ACEITA);
                assertThat(processo.saida()).doesNotContain("Exception");
            }
        }
    }
}
