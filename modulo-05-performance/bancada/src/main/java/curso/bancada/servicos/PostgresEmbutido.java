package curso.bancada.servicos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Inicia o PostgreSQL que veio pelo Maven, durável, numa porta livre de 127.0.0.1, com dados que somem junto com este processo.
final class PostgresEmbutido {
    private static final Duration PRAZO = Duration.ofSeconds(60);
    private static final Duration PACIENCIA = Duration.ofSeconds(5);
    private static final int TENTATIVAS_DE_PORTA = 5;

    private final Cache cache;
    private final ContaDoPostgres conta;
    private final OpcoesDoPostgres opcoes;

    /// Um servidor no ar: o processo, os dados dele e como se chega a ele.
    record Vida(Guardiao guardiao, PastaDeDados pasta, EnderecoDoPostgres endereco) {
        void encerrar() {
            pasta.encerrar(guardiao);
        }
    }

    private PostgresEmbutido(Cache cache, ContaDoPostgres conta, OpcoesDoPostgres opcoes) {
        this.cache = cache;
        this.conta = conta;
        this.opcoes = opcoes;
    }

    static PostgresEmbutido com(Cache cache, OpcoesDoPostgres opcoes) throws IOException {
        ContaDoPostgres conta = ContaDoPostgres.atual();
        // A pasta pessoal de root não se deixa atravessar: a outra conta não alcançaria o cache.
        return new PostgresEmbutido(conta.dono().isEmpty() ? cache : Cache.atravessavel(), conta, opcoes);
    }

    static ServidorPostgres iniciar(Cache cache, CustoDeEntrar custo) {
        try {
            Vida vida = com(cache, OpcoesDoPostgres.padrao()).nascer();
            try {
                custo.aplicar(vida.endereco());
                return new ServidorPostgres(Origem.EMBUTIDO, vida.endereco(), vida::encerrar);
            } catch (SQLException | RuntimeException e) {
                vida.encerrar();
                throw e;
            }
        } catch (IOException e) {
            throw Arquivos.falhaDeDisco("iniciar o PostgreSQL", cache.raiz(), e);
        } catch (SQLException e) {
            throw new FalhaDeServico("O PostgreSQL embutido subiu e recusou a conta do curso: " + e.getMessage(),
                    "a conta do curso entra com a senha sorteada para ela", "tente de novo; se repetir, rode ./curso diagnostico", e);
        }
    }

    /// Um servidor novo, com um cluster novo.
    Vida nascer() throws IOException {
        try {
            return insistir();
        } catch (IOException e) {
            if (reparar()) {
                return insistir();
            }
            throw e;
        }
    }

    /// Outro processo sobre os dados, e na porta, de um que já morreu.
    Vida renascer(Vida morta) throws IOException {
        // Outra pasta, para onde os dados se mudam: o guardião do processo morto vai apagar a dele.
        PastaDeDados pasta = PastaDeDados.nova(cache.raiz(), "postgres");
        Files.move(dados(morta.pasta()), dados(pasta), StandardCopyOption.ATOMIC_MOVE);
        Files.copy(registro(morta.pasta()), registro(pasta));
        morta.encerrar();
        return executar(pasta, morta.endereco());
    }

    /// Só um cache de fato incompleto se refaz: outro curso pode estar usando o mesmo.
    private boolean reparar() throws IOException {
        PastaPronta binarios = BinariosDoPostgres.em(cache, conta);
        boolean refezBinarios = binarios.reparar();
        return ModeloDoPostgres.em(cache, binarios.garantir(), conta).reparar() || refezBinarios;
    }

    private Vida insistir() throws IOException {
        for (int tentativa = 1; ; tentativa++) {
            try {
                return tentar();
            } catch (IOException e) {
                // Outro processo pode ter tomado a porta entre a escolha e o início.
                if (tentativa == TENTATIVAS_DE_PORTA || !e.getMessage().contains("could not bind")) {
                    throw e;
                }
            }
        }
    }

    private Vida tentar() throws IOException {
        Path binarios = BinariosDoPostgres.em(cache, conta).garantir();
        Path modelo = ModeloDoPostgres.em(cache, binarios, conta).garantir();
        PastaDeDados pasta = PastaDeDados.nova(cache.raiz(), "postgres");
        EnderecoDoPostgres endereco;
        try {
            ModeloDoPostgres.copiar(modelo, dados(pasta));
            endereco = new EnderecoDoPostgres(Rede.LOCAL, Rede.portaLivre(), "postgres", ModeloDoPostgres.USUARIO, ModeloDoPostgres.senha(modelo), "");
        } catch (IOException | RuntimeException e) {
            pasta.close();
            throw e;
        }
        return executar(pasta, endereco);
    }

    private Vida executar(PastaDeDados pasta, EnderecoDoPostgres endereco) throws IOException {
        Runnable encerramento = pasta::close;
        try {
            conta.entregar(pasta.caminho());
            Guardiao guardiao = Guardiao.iniciar(comando(BinariosDoPostgres.em(cache, conta).garantir(), pasta, endereco.porta()));
            encerramento = () -> pasta.encerrar(guardiao);
            guardiao.esperarPronto(PRAZO, () -> pronto(dados(pasta).resolve("postmaster.pid"), guardiao.pid()));
            return new Vida(guardiao, pasta, endereco);
        } catch (IOException | RuntimeException e) {
            encerramento.run();
            throw e;
        }
    }

    private Comando comando(Path binarios, PastaDeDados pasta, int porta) {
        List<String> linha = new ArrayList<>(opcoes.prefixo());
        linha.addAll(conta.prefixo());
        linha.addAll(List.of(binarios.resolve("bin").resolve(Sistema.atual().executavel("postgres")).toString(), "-D", dados(pasta).toString(), "-p", "" + porta));
        linha.addAll(opcoes.argumentos());
        // QUIT é o encerramento imediato: sem checkpoint, porque os dados vão ser apagados.
        return Comando.de(registro(pasta), linha).apagando(pasta.caminho())
                .encerradoCom("QUIT", PACIENCIA).comAmbiente(Map.of("LC_ALL", "C"));
    }

    /// O servidor escreve «ready» na oitava linha de `postmaster.pid` quando aceita conexões; a primeira diz de quem é o arquivo.
    private static boolean pronto(Path arquivoDePid, long pid) throws IOException {
        List<String> linhas;
        try {
            linhas = Files.readAllLines(arquivoDePid);
        } catch (NoSuchFileException e) {
            // Ainda não o escreveu, ou acaba de apagar o do processo morto: conferir antes se existe não bastaria.
            return false;
        }
        return linhas.size() >= 8 && linhas.getFirst().strip().equals("" + pid) && linhas.get(7).startsWith("ready");
    }

    private static Path dados(PastaDeDados pasta) {
        return pasta.caminho().resolve("dados");
    }

    private static Path registro(PastaDeDados pasta) {
        return pasta.caminho().resolve("postgres.log");
    }
}
