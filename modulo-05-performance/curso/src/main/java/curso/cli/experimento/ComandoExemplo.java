package curso.cli.experimento;

import curso.bancada.catalogo.Aula;
import curso.bancada.medicao.EmTerminal;
import curso.bancada.medicao.Ficha;
import curso.bancada.medicao.Resultado;
import curso.bancada.medicao.ResultadosEmJson;
import curso.cli.nucleo.Contexto;
import curso.cli.nucleo.Escolha;
import curso.cli.nucleo.Opcoes;
import curso.cli.nucleo.Recusa;
import curso.cli.nucleo.Sugestao;
import curso.cli.progresso.Progresso.Palpite;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Pergunta o palpite, roda um experimento e põe um ao lado do outro.
@Command(name = "exemplo", description = "Pede um palpite, roda um experimento da aula e mostra o que se viu.")
public final class ComandoExemplo implements Runnable {

    @Mixin
    private Opcoes opcoes;

    @Parameters(index = "0", paramLabel = "AULA", description = "Número ou nome da aula: 03, pool.")
    private String pedida;

    @Parameters(index = "1", paramLabel = "NOME", arity = "0..1", description = "Nome do experimento; sem ele, escolhe-se numa lista.")
    private String nome;

    @Option(names = "--sem-palpite", description = "Não pergunta.")
    private boolean semPalpite;

    @Option(names = "--curto", description = "O menor tamanho, só para ver funcionar.")
    private boolean curto;

    @Option(names = "--json", description = "Escreve os resultados em JSON.")
    private boolean json;

    private final Contexto contexto;

    public ComandoExemplo(Contexto contexto) {
        this.contexto = contexto;
    }

    @Override
    public void run() {
        var aula = Escolha.aula(contexto.catalogo(), pedida);
        var exemplos = new Exemplos(contexto);
        var fichas = exemplos.fichas(aula);
        if (fichas.isEmpty()) {
            throw Recusa.de("A aula " + aula.numero() + " não tem experimentos.", "./curso aula " + aula.numero() + " abre o texto.");
        }
        boolean conversa = contexto.tela().interativa() && !json;
        var pergunta = new Pergunta(contexto);
        var execucao = new Execucao(contexto, exemplos, curto, opcoes.verboso());
        var resultados = new ArrayList<Resultado>();
        for (var ficha : escolher(aula, fichas, conversa, pergunta)) {
            var palpite = conversa && !semPalpite ? pergunta.palpite(ficha) : OptionalDouble.empty();
            var resultado = execucao.rodar(ficha);
            guardar(resultado, palpite);
            resultados.add(resultado);
            mostrar(resultado, palpite);
        }
        if (json) {
            contexto.tela().saida().print(ResultadosEmJson.escrever(resultados));
        } else if (!resultados.isEmpty()) {
            depois(aula, fichas);
        }
    }

    private List<Ficha> escolher(Aula aula, List<Ficha> fichas, boolean conversa, Pergunta pergunta) {
        if (nome != null) {
            return List.of(fichas.stream().filter(f -> f.nome().equals(nome)).findFirst().orElseThrow(() -> semNome(aula, fichas)));
        }
        if (!conversa || fichas.size() == 1) {
            return fichas;
        }
        listar(aula, fichas);
        return pergunta.qual(fichas, naoVistos(fichas).stream().findFirst().orElse(fichas.getFirst()));
    }

    private Recusa semNome(Aula aula, List<Ficha> fichas) {
        var nomes = fichas.stream().map(Ficha::nome).toList();
        return Recusa.de("A aula " + aula.numero() + " não tem experimento «" + nome + "»." + Sugestao.entre(nome, nomes),
                "Os da aula " + aula.numero() + " são: " + String.join(", ", nomes) + ".");
    }

    private void listar(Aula aula, List<Ficha> fichas) {
        var tela = contexto.tela();
        var naoVistos = naoVistos(fichas);
        tela.linha();
        tela.linha("  " + tela.pincel().titulo("Experimentos da aula " + aula.numero()));
        tela.linha();
        int i = 0;
        for (var ficha : fichas) {
            var marca = naoVistos.contains(ficha) ? tela.pincel().fraco("○") : tela.pincel().certo("●");
            tela.linha("  " + tela.pincel().destaque(String.valueOf(++i)) + " " + marca + " " + tela.pincel().negrito(ficha.nome())
                    + tela.pincel().fraco(" · uns " + ficha.estimativa().toSeconds() + " s"));
            tela.paragrafo("      ", ficha.pergunta());
        }
        tela.linha();
    }

    private List<Ficha> naoVistos(List<Ficha> fichas) {
        var palpites = contexto.diario().ler().palpites();
        return fichas.stream().filter(f -> !palpites.containsKey(chave(f))).toList();
    }

    private void guardar(Resultado resultado, OptionalDouble palpite) {
        resultado.resposta().ifPresent(resposta -> {
            var dado = palpite.isPresent() ? (Double) palpite.getAsDouble() : null;
            contexto.diario().atualizar(p -> p.comPalpite(chave(resultado.ficha()), new Palpite(dado, resposta.valor(),
                    resposta.unidade(), resultado.curto(), contexto.diario().agora())));
        });
    }

    private void mostrar(Resultado resultado, OptionalDouble palpite) {
        if (!json) {
            contexto.tela().linha();
            contexto.tela().saida().print(EmTerminal.tela(resultado, TelaDeMedicao.de(contexto.tela()), palpite));
        }
    }

    private void depois(Aula aula, List<Ficha> fichas) {
        var tela = contexto.tela();
        var naoVistos = naoVistos(fichas);
        tela.linha();
        if (!naoVistos.isEmpty()) {
            tela.comando("", "./curso exemplo " + aula.numero() + " " + naoVistos.getFirst().nome(), naoVistos.getFirst().pergunta());
        } else if (!aula.exercicios().isEmpty()) {
            tela.comando("", "./curso assistir " + aula.numero(), "agora os exercícios");
        }
    }

    private static String chave(Ficha ficha) {
        return ficha.aula() + "/" + ficha.nome();
    }
}
