package rinha.avaliador;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// O contrato inteiro na memória: sem defeitos é correto; com eles, erra de propósito.
///
/// Para experimentar: `ServidorDeProva.main("9999", "perde-atualizacao")`.
final class ServidorDeProva implements AutoCloseable {

    private static final Map<Integer, Long> LIMITES = Map.of(1, 100_000L, 2, 80_000L, 3, 1_000_000L, 4, 10_000_000L, 5, 500_000L);
    private static final Pattern ROTA = Pattern.compile("/clientes/([^/]+)/(transacoes|extrato)");
    private static final Pattern DA_CARGA = Pattern.compile("[a-z]{10}");
    private static final int CORPO = 4096;
    private static final ObjectMapper JSON = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();

    static {
        // Sem isto o servidor do JDK escreve cabeçalhos e corpo em dois pacotes, e o segundo espera 40 ms pelo ACK do primeiro.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final Set<Defeito> defeitos;
    private final CorpoDeProva leitor;
    private final ExtratoDeProva extratos;
    private final Map<Integer, BancoDeProva> contas = new TreeMap<>();
    private final CountDownLatch fechado = new CountDownLatch(1);
    private final AtomicInteger pedidos = new AtomicInteger();
    private final AtomicInteger sobCarga = new AtomicInteger();
    private volatile boolean saldoEnorme;
    private final ExecutorService threads;
    private final HttpServer servidor;
    private final URI url;

    private ServidorDeProva(int porta, Set<Defeito> defeitos) throws IOException {
        this.defeitos = defeitos;
        leitor = new CorpoDeProva(defeitos);
        extratos = new ExtratoDeProva(defeitos, contas.values());
        LIMITES.forEach((id, limite) -> contas.put(id, new BancoDeProva(id, limite, defeitos)));
        if (defeitos.contains(Defeito.CLIENTE_6_EXISTE)) {
            contas.put(6, new BancoDeProva(6, 0, defeitos));
        }
        threads = defeitos.contains(Defeito.UMA_THREAD_POR_CONEXAO_LENTA) ? Executors.newFixedThreadPool(16)
                : Executors.newVirtualThreadPerTaskExecutor();
        servidor = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), porta), 512);
        servidor.setExecutor(threads);
        servidor.createContext("/", this::atender);
        servidor.start();
        url = URI.create("http://127.0.0.1:" + servidor.getAddress().getPort());
    }

    static ServidorDeProva com(Defeito... defeitos) throws IOException {
        Set<Defeito> conjunto = EnumSet.noneOf(Defeito.class);
        conjunto.addAll(Set.of(defeitos));
        return new ServidorDeProva(0, conjunto);
    }

    /// Fica de pé até Ctrl-C: a porta, e os defeitos pelo nome.
    static void main(String... args) throws IOException, InterruptedException {
        Set<Defeito> conjunto = EnumSet.noneOf(Defeito.class);
        for (int i = 1; i < args.length; i++) {
            conjunto.add(Defeito.valueOf(args[i].toUpperCase(Locale.ROOT).replace('-', '_')));
        }
        try (ServidorDeProva s = new ServidorDeProva(Integer.parseInt(args[0]), conjunto)) {
            System.out.println("de pé em " + s.url() + " com " + conjunto);
            s.fechado.await();
        }
    }

    static boolean ehDaCarga(String descricao) {
        return DA_CARGA.matcher(descricao).matches();
    }

    URI url() {
        return url;
    }

    private void atender(HttpExchange troca) throws IOException {
        try (troca) {
            if (defeitos.contains(Defeito.EMUDECE_DEPOIS_DE_CEM) && pedidos.incrementAndGet() > 100) {
                fechado.await();
                return;
            }
            if (defeitos.contains(Defeito.QUEBRA_SOB_CARGA) && sobCarga.get() >= 20) {
                responder(troca, 500, "");
                return;
            }
            // Como faz quem confere o nome por que é chamado (ALLOWED_HOSTS do Django, Traefik).
            if (!url.getAuthority().equals(troca.getRequestHeaders().getFirst("Host"))) {
                responder(troca, 400, "");
                return;
            }
            rotear(troca);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void rotear(HttpExchange troca) throws IOException, InterruptedException {
        String caminho = troca.getRequestURI().getPath();
        Matcher rota = ROTA.matcher(caminho);
        if (caminho.equals("/reset") && troca.getRequestMethod().equals("POST")) {
            contas.values().forEach(BancoDeProva::zerar);
            responder(troca, 204, "");
        } else if (!rota.matches()) {
            responder(troca, 404, "");
        } else if (!troca.getRequestMethod().equals(rota.group(2).equals("extrato") ? "GET" : "POST")) {
            responder(troca, defeitos.contains(Defeito.METODO_ERRADO_E_404) ? 404 : 405, "");
        } else {
            BancoDeProva conta = rota.group(1).matches("[0-9]{1,9}") ? contas.get(Integer.parseInt(rota.group(1))) : null;
            if (conta == null) {
                responder(troca, defeitos.contains(Defeito.ID_EM_TEXTO_QUEBRA) && !rota.group(1).matches("[0-9]+") ? 500 : 404, "");
            } else if (rota.group(2).equals("extrato")) {
                boolean quebra = defeitos.contains(Defeito.EXTRATO_VAZIO_QUEBRA) && conta.retrato().ultimas().isEmpty();
                responder(troca, quebra ? 500 : 200, quebra ? "" : extratos.de(conta));
            } else {
                transacao(troca, conta);
            }
        }
    }

    private void transacao(HttpExchange troca, BancoDeProva conta) throws IOException, InterruptedException {
        byte[] corpo = troca.getRequestBody().readNBytes(2 << 20);
        if (corpo.length > CORPO && !defeitos.contains(Defeito.CORPO_SEM_TETO)) {
            responder(troca, 413, "");
            return;
        }
        if (!"application/json".equals(troca.getRequestHeaders().getFirst("Content-Type")) && !defeitos.contains(Defeito.ACEITA_QUALQUER_TIPO)) {
            responder(troca, 415, "");
            return;
        }
        if (corpo.length == 0 && defeitos.contains(Defeito.TRAVA_COM_CORPO_VAZIO)) {
            fechado.await();
            return;
        }
        JsonNode t;
        try {
            t = JSON.readTree(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(corpo)).toString());
        } catch (CharacterCodingException | com.fasterxml.jackson.core.JsonProcessingException e) {
            responder(troca, defeitos.contains(Defeito.RESPONDE_500_A_JSON_RUIM) ? 500 : 422, "");
            return;
        }
        if (corpo.length == 0 && defeitos.contains(Defeito.RESPONDE_500_A_JSON_RUIM)) {
            responder(troca, 500, "");
        } else if (defeitos.contains(Defeito.ACEITA_ALEM_DE_LONG) && (saldoEnorme || t.path("valor").isBigInteger())) {
            saldoEnorme = !saldoEnorme;
            responder(troca, 200, "{\"limite\": %d, \"saldo\": -9223372036854775809}".formatted(conta.limite()));
        } else if (!leitor.serve(t)) {
            responder(troca, 422, "");
        } else {
            aplicar(troca, conta, t);
        }
    }

    private void aplicar(HttpExchange troca, BancoDeProva conta, JsonNode t) throws IOException, InterruptedException {
        String descricao = t.path("descricao").asText();
        boolean daCarga = ehDaCarga(descricao);
        boolean vigesima = daCarga && sobCarga.incrementAndGet() % 20 == 0;
        if (daCarga && defeitos.contains(Defeito.LENTO_SOB_CARGA)) {
            Thread.sleep(300);
        }
        if (vigesima && defeitos.contains(Defeito.CAI_SOB_CARGA)) {
            servidor.stop(0);
            return;
        }
        if (vigesima && defeitos.contains(Defeito.FALHA_SOB_CARGA)) {
            responder(troca, 500, "");
            return;
        }
        OptionalLong saldo = conta.aplicar(t.path("valor").asLong(), leitor.tipo(t.path("tipo").asText()), descricao);
        if (saldo.isEmpty()) {
            responder(troca, defeitos.contains(Defeito.RECUSA_COM_400) ? 400 : 422, "");
        } else {
            boolean trocado = vigesima && defeitos.contains(Defeito.LIMITE_TROCADO_SOB_CARGA);
            boolean alem = saldo.getAsLong() < -conta.limite();
            responder(troca, defeitos.contains(Defeito.RESPONDE_201) ? 201 : alem && defeitos.contains(Defeito.ACEITA_ALEM_COM_202) ? 202 : 200,
                    JSON.createObjectNode().put("limite", trocado ? conta.limite() / 10 : conta.limite()).put("saldo", saldo.getAsLong()).toString());
        }
    }

    private void responder(HttpExchange troca, int status, String corpo) throws IOException {
        byte[] bytes = corpo.getBytes(StandardCharsets.UTF_8);
        if (!defeitos.contains(Defeito.RESPONDE_SEM_TIPO)) {
            troca.getResponseHeaders().set("Content-Type", "application/json");
        }
        troca.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        troca.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        fechado.countDown();
        servidor.stop(0);
        threads.shutdownNow();
    }
}
