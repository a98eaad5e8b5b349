package rinha.arena;

import static org.assertj.core.api.Assertions.assertThat;

import curso.bancada.servicos.Banco;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// Clientes que transacionam sem parar, cada transação com uma descrição só sua: depois se sabe, de cada uma, se valeu e quantas vezes.
final class Clientes implements AutoCloseable {
    enum Desfecho {
        /// 200.
        ACEITA,
        /// 422: a regra da conta a recusou.
        RECUSADA,
        /// 503 que diz que nada foi aplicado.
        NAO_APLICADA,
        /// Enviada, e não se sabe: 502, 504, 503 que o diz, ou conexão que caiu.
        DESCONHECIDA
    }

    private static final Duration PRAZO = Duration.ofSeconds(60);
    private static final int QUANTAS_CONTAS = 5;

    private final int porta;
    private final Map<String, Desfecho> desfechos = new ConcurrentHashMap<>();
    private final Map<String, Integer> valores = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> respostas = new ConcurrentHashMap<>();
    private final AtomicInteger sequencia = new AtomicInteger();
    private final AtomicInteger aceitas = new AtomicInteger();
    private final AtomicLong ultimoErro = new AtomicLong();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> clientes = new ArrayList<>();
    private final String prefixo = Integer.toString(ThreadLocalRandom.current().nextInt(36 * 36, 36 * 36 * 36), 36);
    private volatile boolean parar;

    private Clientes(int porta) {
        this.porta = porta;
    }

    static Clientes iniciar(int quantos, int porta) {
        var todos = new Clientes(porta);
        for (int i = 0; i < quantos; i++) {
            todos.clientes.add(todos.threads.submit(todos::cliente));
        }
        return todos;
    }

    private void cliente() {
        while (!parar) {
            try (var conexao = new ConexaoCrua(porta)) {
                boolean aberta = true;
                while (aberta && !parar) {
                    aberta = transacionar(conexao);
                }
            } catch (IOException e) {
                // A conexão caiu; a transação que estava nela já foi anotada como desconhecida.
                contar("queda");
            }
        }
    }

    /// Falso se a conexão não serve mais.
    private boolean transacionar(ConexaoCrua conexao) throws IOException {
        String descricao = prefixo + Integer.toString(sequencia.incrementAndGet(), 36);
        int valor = ThreadLocalRandom.current().nextInt(3) == 0 ? -2 : 1;
        int conta = 1 + ThreadLocalRandom.current().nextInt(QUANTAS_CONTAS);
        valores.put(descricao, valor);
        desfechos.put(descricao, Desfecho.DESCONHECIDA);
        var resposta = conexao.postar(conta, "{\"valor\":%d,\"tipo\":\"%s\",\"descricao\":\"%s\"}".formatted(Math.abs(valor), valor > 0 ? "c" : "d", descricao));
        desfechos.put(descricao, julgar(resposta));
        contar("" + resposta.status());
        return !resposta.fechaConexao();
    }

    private static Desfecho julgar(ConexaoCrua.Resposta resposta) {
        return switch (resposta.status()) {
            case 200 -> Desfecho.ACEITA;
            case 422 -> Desfecho.RECUSADA;
            case 503 -> resposta.tudo().contains("Desfecho:") ? Desfecho.DESCONHECIDA : Desfecho.NAO_APLICADA;
            default -> Desfecho.DESCONHECIDA;
        };
    }

    private void contar(String resposta) {
        respostas.computeIfAbsent(resposta, _ -> new AtomicInteger()).incrementAndGet();
        if (resposta.equals("200")) {
            aceitas.incrementAndGet();
        } else if (!resposta.equals("422")) {
            ultimoErro.set(System.nanoTime());
        }
    }

    /// Espera que mais `quantas` transações sejam aceitas.
    Clientes ateMais(int quantas) {
        int meta = aceitas.get() + quantas;
        Espera.ate(PRAZO, () -> aceitas.get() >= meta, () -> "%d aceitas; vieram %s".formatted(meta, respostas()));
        return this;
    }

    Clientes ate(String resposta, int quantas) {
        Espera.ate(PRAZO, () -> respostas().getOrDefault(resposta, 0) >= quantas, () -> "%d respostas %s; vieram %s".formatted(quantas, resposta, respostas()));
        return this;
    }

    /// Quantas de cada: o status, ou «queda» se a conexão caiu.
    Map<String, Integer> respostas() {
        var quantas = new TreeMap<String, Integer>();
        respostas.forEach((nome, n) -> quantas.put(nome, n.get()));
        return quantas;
    }

    /// Quanto depois deste instante veio o último erro; zero se não veio.
    Duration ultimoErroDepoisDe(long nanos) {
        return Duration.ofNanos(Math.max(0, ultimoErro.get() - nanos));
    }

    /// Para de pedir e espera as respostas que faltam.
    Clientes parar() throws Exception {
        parar = true;
        for (var cliente : clientes) {
            cliente.get();
        }
        return this;
    }

    Map<Desfecho, Integer> desfechos() {
        var quantos = new EnumMap<Desfecho, Integer>(Desfecho.class);
        desfechos.values().forEach(d -> quantos.merge(d, 1, Integer::sum));
        return quantos;
    }

    /// Compara com o banco, transação por transação: aceita está uma vez, recusada nenhuma, desconhecida no máximo uma; e cada saldo é a soma das transações.
    void conferir(Banco banco) throws SQLException {
        var vezes = new HashMap<String, Integer>();
        try (var conexao = banco.dataSource().getConnection(); var comando = conexao.prepareStatement("select descricao from transacoes where descricao like ?")) {
            comando.setString(1, prefixo + "%");
            try (var linhas = comando.executeQuery()) {
                while (linhas.next()) {
                    vezes.merge(linhas.getString(1), 1, Integer::sum);
                }
            }
        }
        desfechos.forEach((descricao, desfecho) -> {
            int achadas = vezes.getOrDefault(descricao, 0);
            switch (desfecho) {
                case ACEITA -> assertThat(achadas).as("%s, respondida com 200", descricao).isEqualTo(1);
                case RECUSADA, NAO_APLICADA -> assertThat(achadas).as("%s, %s", descricao, desfecho).isZero();
                case DESCONHECIDA -> assertThat(achadas).as("%s, sem desfecho", descricao).isLessThanOrEqualTo(1);
            }
        });
        assertThat(vezes.keySet()).as("o banco só tem o que se enviou").isSubsetOf(valores.keySet());
        assertThat(banco.numero("""
                select count(*) from clientes c
                 where c.saldo <> (select coalesce(sum(case when t.tipo = 'c' then t.valor else -t.valor end), 0) from transacoes t where t.cliente_id = c.id)"""))
                .as("contas cujo saldo não é a soma das transações").isZero();
    }

    @Override
    public void close() {
        parar = true;
        threads.close();
    }
}
