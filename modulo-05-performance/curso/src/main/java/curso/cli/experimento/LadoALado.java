package curso.cli.experimento;

import curso.bancada.catalogo.Aula;
import curso.bancada.medicao.Maquina;
import curso.bancada.medicao.Medicoes;
import curso.bancada.medicao.Resultado;
import curso.bancada.medicao.Veredito;
import curso.cli.nucleo.Contexto;
import curso.cli.terminal.Tela;
import curso.cli.terminal.Texto;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// Põe a resposta de cada experimento na máquina de referência ao lado da resposta nesta.
final class LadoALado {

    private static final int LARGURA_DE_DUAS_COLUNAS = 76;

    private final Contexto contexto;
    private final Tela tela;

    LadoALado(Contexto contexto) {
        this.contexto = contexto;
        this.tela = contexto.tela();
    }

    void mostrar(Map<Aula, List<Resultado>> medidos) throws IOException {
        var referencias = new Medicoes(contexto.casa().pastaDaTeoria());
        var maquinas = new TreeSet<String>();
        for (var daAula : medidos.entrySet()) {
            var daReferencia = referencias.ler(daAula.getKey().numero());
            daReferencia.forEach(r -> maquinas.add(r.maquina().frase()));
            aula(daAula.getKey(), daAula.getValue(), daReferencia);
        }
        tela.linha();
        tela.linha(tela.pincel().fraco(maquinas.isEmpty() ? "Ainda não há medições de referência." : "Referência:"));
        maquinas.forEach(m -> tela.paragrafo("  ", m));
        tela.linha(tela.pincel().fraco("Esta máquina:"));
        tela.paragrafo("  ", Maquina.desta().frase());
    }

    private void aula(Aula aula, List<Resultado> medidos, List<Resultado> referencia) {
        tela.linha();
        tela.linha(tela.pincel().titulo(aula.numero() + " " + aula.titulo()));
        for (var resultado : medidos) {
            tela.linha();
            tela.paragrafo("  ", resultado.ficha().palpite());
            var daReferencia = referencia.stream().filter(r -> r.ficha().nome().equals(resultado.ficha().nome())).findFirst();
            respostas(resposta(daReferencia), resposta(Optional.of(resultado)));
            tela.linha("  " + tela.pincel().fraco(resultado.ficha().nome() + " · " + afirmacoes(resultado)));
        }
    }

    private void respostas(String referencia, String aqui) {
        var primeira = "referência  " + tela.pincel().negrito(referencia);
        var segunda = "aqui  " + tela.pincel().negrito(aqui);
        if (tela.largura() >= LARGURA_DE_DUAS_COLUNAS) {
            tela.linha("  " + Texto.aEsquerda(primeira, 36) + segunda);
        } else {
            tela.linha("  " + primeira);
            tela.linha("  " + segunda);
        }
    }

    private static String resposta(Optional<Resultado> resultado) {
        return resultado.flatMap(Resultado::resposta).map(Resultado.Resposta::texto).orElse("—");
    }

    private String afirmacoes(Resultado resultado) {
        long valem = resultado.afirmacoes().stream().filter(a -> a.veredito() == Veredito.VALE).count();
        var conta = valem + " de " + resultado.afirmacoes().size() + (resultado.afirmacoes().size() == 1 ? " afirmação vale" : " afirmações valem");
        return resultado.curto() ? conta + " (execução curta)" : conta;
    }
}
