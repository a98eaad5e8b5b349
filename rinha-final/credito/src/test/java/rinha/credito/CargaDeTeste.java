package rinha.credito;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;

/// Créditos de 1 sem parar, cada um com uma descrição só sua: depois se sabe, de cada um, se foi aplicado e quantas vezes.
final class CargaDeTeste implements AutoCloseable {
    enum Desfecho {
        ACEITA, NAO_APLICADA, DESCONHECIDA,
        /// A porta já estava fechada: o pedido nem foi enviado.
        PORTA_FECHADA
    }

    private final Map<String, Desfecho> desfechos = new ConcurrentHashMap<>();
    private final List<String> inesperadas = Collections.synchronizedList(new ArrayList<>());
    private final AtomicIntegerArray contagens = new AtomicIntegerArray(Desfecho.values().length);
    private final AtomicInteger sequencia = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> clientes = new ArrayList<>();
    private final IntSupplier porta;
    private final boolean obediente;
    private final AtomicInteger atendidos = new AtomicInteger();
    private volatile boolean parar;

    private CargaDeTeste(IntSupplier porta, boolean obediente) {
        this.porta = porta;
        this.obediente = obediente;
    }

    /// Clientes que insistem: com a conexão fechada, abrem outra.
    ///
    /// @param porta lida a cada conexão nova
    static CargaDeTeste iniciar(int clientes, IntSupplier porta) {
        return iniciar(clientes, new CargaDeTeste(porta, false));
    }

    /// Clientes que, avisados por `Connection: close`, param, como um balanceador. Volta quando cada um já teve uma resposta.
    static CargaDeTeste obediente(int clientes, IntSupplier porta) {
        var carga = iniciar(clientes, new CargaDeTeste(porta, true));
        Espera.ate(() -> carga.atendidos.get() == clientes, () -> clientes + " clientes atendidos; há " + carga.atendidos);
        return carga;
    }

    private static CargaDeTeste iniciar(int clientes, CargaDeTeste carga) {
        for (int i = 0; i < clientes; i++) {
            carga.clientes.add(carga.threads.submit(carga::cliente));
        }
        return carga;
    }

    private void cliente() {
        boolean novo = true;
        boolean avisado = false;
        while (!parar && !avisado) {
            try (var conexao = new ConexaoCrua(porta.getAsInt())) {
                boolean aberta = true;
                while (aberta && !parar) {
                    aberta = enviar(conexao);
                    if (novo) {
                        atendidos.incrementAndGet();
                        novo = false;
                    }
                }
                avisado = obediente && !aberta;
            } catch (ConnectException e) {
                contar("conexao" + sequencia.incrementAndGet(), Desfecho.PORTA_FECHADA);
            } catch (IOException e) {
                // A conexão caiu no meio: o desfecho desse pedido já foi anotado.
            }
        }
    }

    /// Falso se a conexão não serve mais.
    private boolean enviar(ConexaoCrua conexao) throws IOException {
        String descricao = "t" + Integer.toString(sequencia.incrementAndGet(), 36);
        contar(descricao, Desfecho.DESCONHECIDA);
        conexao.enviar(ConexaoCrua.post(1, "{\"valor\":1,\"tipo\":\"c\",\"descricao\":\"" + descricao + "\"}"));
        var resposta = conexao.receber();
        switch (resposta.status()) {
            case 200 -> contar(descricao, Desfecho.ACEITA);
            case 503 -> contar(descricao, resposta.cabecalhos().contains("Desfecho:") ? Desfecho.DESCONHECIDA : Desfecho.NAO_APLICADA);
            default -> inesperadas.add(resposta.toString());
        }
        return !resposta.fechaConexao();
    }

    private void contar(String descricao, Desfecho desfecho) {
        var antes = desfechos.put(descricao, desfecho);
        if (antes != null) {
            contagens.decrementAndGet(antes.ordinal());
        }
        contagens.incrementAndGet(desfecho.ordinal());
    }

    /// Espera até que mais `quantas` transações tenham este desfecho.
    CargaDeTeste ateMais(int quantas, Desfecho desfecho) {
        long meta = contagem(desfecho) + quantas;
        Espera.ate(() -> contagem(desfecho) >= meta, () -> "%d %s; há %s".formatted(meta, desfecho, contagens()));
        return this;
    }

    long contagem(Desfecho desfecho) {
        return contagens.get(desfecho.ordinal());
    }

    Map<Desfecho, Long> contagens() {
        var porDesfecho = new EnumMap<Desfecho, Long>(Desfecho.class);
        desfechos.values().forEach(d -> porDesfecho.merge(d, 1L, Long::sum));
        return porDesfecho;
    }

    CargaDeTeste parar() throws Exception {
        parar = true;
        return esperar();
    }

    /// Volta quando todos os clientes pararam: os obedientes param sozinhos.
    CargaDeTeste esperar() throws Exception {
        for (var cliente : clientes) {
            cliente.get(30, TimeUnit.SECONDS);
        }
        assertThat(inesperadas).as("respostas que não são 200 nem 503").isEmpty();
        return this;
    }

    /// Toda aceita está na história uma vez; nenhuma recusada está; uma desconhecida está no máximo uma vez; e a soma é o saldo.
    void conferir(Cliente api) {
        var vezes = new HashMap<String, Integer>();
        long saldo = historiaParada(api, vezes);
        desfechos.forEach((descricao, desfecho) -> {
            int achadas = vezes.getOrDefault(descricao, 0);
            switch (desfecho) {
                case ACEITA -> assertThat(achadas).as("%s, respondida com 200", descricao).isEqualTo(1);
                case NAO_APLICADA -> assertThat(achadas).as("%s, respondida com 503", descricao).isZero();
                case DESCONHECIDA -> assertThat(achadas).as("%s, sem resposta", descricao).isLessThanOrEqualTo(1);
                case PORTA_FECHADA -> assertThat(achadas).isZero();
            }
        });
        assertThat(saldo).isEqualTo(vezes.values().stream().mapToInt(Integer::intValue).sum());
    }

    /// O banco ainda pode terminar o commit que um processo morto pediu. São só créditos: com o mesmo saldo antes e depois, nada
    /// entrou durante a leitura.
    private static long historiaParada(Cliente api, Map<String, Integer> vezes) {
        var saldo = new AtomicLong();
        Espera.ate(() -> {
            saldo.set(api.saldo(1));
            vezes.clear();
            historia(api).forEach(descricao -> vezes.merge(descricao, 1, Integer::sum));
            return api.saldo(1) == saldo.get();
        }, () -> "o saldo parar de mudar; estava em " + saldo);
        return saldo.get();
    }

    private static List<String> historia(Cliente api) {
        var historia = new ArrayList<String>();
        String cursor = "";
        while (cursor != null) {
            var pagina = Cliente.json(api.ler("/clientes/1/transacoes?limite=100" + cursor));
            historia.addAll(pagina.path("transacoes").findValuesAsText("descricao"));
            cursor = pagina.path("proximo_cursor").isNull() ? null : "&cursor=" + pagina.path("proximo_cursor").asText();
        }
        return historia;
    }

    @Override
    public void close() {
        parar = true;
        threads.close();
    }
}
